#pragma once

#include "wallboard/app/page_maker.hpp"
#include "wallboard/app/sound.hpp"

namespace wallboard {

/// Sounds when the rule says so (model/sound_rule.hpp); remembers when it last did.
class Bell {
public:
    explicit Bell(Sound& sound) : sound_{sound} {}

    /// To be called after each PageMaker::look(), whether a frame is drawn or not.
    void look(const PageMaker& maker);

private:
    Sound& sound_;
    Instant last_ = not_said;
};

}  // namespace wallboard
