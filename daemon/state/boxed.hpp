#pragma once

#include <memory>
#include <utility>

namespace callwatch {

/// A value that is seldom there: an optional that takes eight bytes while it is not. A copy has a
/// value of its own, and two are the same if their values are.
template <class T>
class Boxed {
public:
    Boxed() = default;
    Boxed(const Boxed& other) : at_{other ? std::make_unique<T>(*other) : nullptr} {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(const Boxed& other) { return *this = Boxed{other}; }
    Boxed& operator=(Boxed&&) noexcept = default;
    Boxed& operator=(T value)
    {
        at_ = std::make_unique<T>(std::move(value));
        return *this;
    }
    ~Boxed() = default;

    T& emplace() { return *(at_ = std::make_unique<T>()); }
    void reset() { at_.reset(); }

    explicit operator bool() const { return at_ != nullptr; }
    const T& operator*() const { return *at_; }
    const T* operator->() const { return at_.get(); }

    friend bool operator==(const Boxed& one, const Boxed& other)
    {
        return one && other ? *one == *other : !one && !other;
    }

private:
    std::unique_ptr<T> at_;
};

}  // namespace callwatch
