#pragma once

#include <optional>
#include <utility>

namespace wallboard::desk {

/// What is there already, not copied; or what had to be made for who asked, and goes with this: it
/// is given a name before anything is taken from it.
template <class What>
class Lent {
public:
    explicit Lent(const What& there) : there_{&there} {}
    explicit Lent(What&& made) : made_{std::move(made)} {}

    const What& operator*() const& { return made_ ? *made_ : *there_; }
    const What* operator->() const& { return &**this; }
    void operator*() const&& = delete;
    void operator->() const&& = delete;

private:
    const What* there_ = nullptr;
    std::optional<What> made_;
};

}  // namespace wallboard::desk
