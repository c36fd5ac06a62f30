#pragma once

namespace wallboard {

/// Where the screen is looked at from, and how big it is.
struct Viewing {
    float distance_m = 4.2f;
    float diagonal_inch = 55.0f;
};

/// Label capitals are 16 arc minutes high: distance x tan(16').
constexpr float cap_per_distance = 0.004654f;

/// One label capital is 31 u high, so that a 55" 1080p screen seen from 4.2 m has u = 1 pixel,
/// nearly.
constexpr float label_cap_u = 31.0f;

/// Cap heights of the type scale, in u.
enum class Step { one, one_and_half, two, three, four, eight, eleven };
constexpr float cap_of(Step step)
{
    switch (step) {
        case Step::one: return 31.0f;
        case Step::one_and_half: return 46.5f;
        case Step::two: return 62.0f;
        case Step::three: return 93.0f;
        case Step::four: return 124.0f;
        case Step::eight: return 248.0f;
        case Step::eleven: return 341.0f;
    }
    return label_cap_u;
}

/// The only place where pixels are born. Every length of a page is in u and goes through px().
class Scale {
public:
    Scale(const Viewing& viewing, int width_px, int height_px);

    /// A window on a screen of `screen_w` x `screen_h` pixels: `viewing` is about the screen, so
    /// type keeps its size whatever the size of the window.
    static Scale of_window(const Viewing& viewing, int screen_w, int screen_h, int width_px,
                           int height_px);

    float u() const { return u_; }  ///< Pixels of one unit.
    float label_cap_px() const { return u_ * label_cap_u; }
    float width_u() const { return static_cast<float>(width_px_) / u_; }
    float height_u() const { return static_cast<float>(height_px_) / u_; }
    int width_px() const { return width_px_; }
    int height_px() const { return height_px_; }

    float px(float units) const { return units * u_; }
    float cap_px(Step step) const { return u_ * cap_of(step); }

private:
    int width_px_;
    int height_px_;
    float u_;
};

}  // namespace wallboard
