#pragma once

#include <functional>
#include <future>
#include <optional>
#include <string>
#include <thread>

#include "wallboard/app/person_key.hpp"
#include "wallboard/app/window.hpp"

namespace wallboard {

/// Opens a person's key on a thread of its own, for it takes about a second and the window goes on
/// answering. Once it is done take() has it, and then `wake` is called, from that thread.
class KeyOpening {
public:
    explicit KeyOpening(std::function<void()> wake = Window::wake) : wake_{std::move(wake)} {}

    /// Not while another one is on its way. What open_person_key() throws take() throws.
    void begin(std::string path, desk::Secret passphrase);

    /// The key, once, when it is open or has a fault; nothing before.
    std::optional<PersonKey> take();

private:
    std::function<void()> wake_;
    std::future<PersonKey> key_;
    std::jthread thread_;  ///< Last: it is joined before what it calls is gone.
};

}  // namespace wallboard
