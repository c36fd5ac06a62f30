#include "wallboard/app/bell.hpp"

namespace wallboard {

void Bell::look(const PageMaker& maker)
{
    const Moment& moment = maker.moment();
    if (!must_sound(maker.sound(), maker.alarms(), maker.snapshot(), moment, last_)) return;
    last_ = moment.figures;
    sound_.play();
}

}  // namespace wallboard
