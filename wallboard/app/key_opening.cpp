#include "wallboard/app/key_opening.hpp"

namespace wallboard {

void KeyOpening::begin(std::string path, desk::Secret passphrase)
{
    std::packaged_task<PersonKey()> open{[path = std::move(path), words = std::move(passphrase)] {
        return open_person_key(path, words.view());
    }};
    key_ = open.get_future();
    // The key is there before anybody is woken to look for it.
    thread_ = std::jthread{[open = std::move(open), wake = wake_]() mutable {
        open();
        wake();
    }};
}

std::optional<PersonKey> KeyOpening::take()
{
    const bool is_done =
        key_.valid() && key_.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
    if (!is_done) return std::nullopt;
    return key_.get();
}

}  // namespace wallboard
