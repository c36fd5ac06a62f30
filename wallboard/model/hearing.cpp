#include "wallboard/model/hearing.hpp"

namespace wallboard {

Label words_of(Hearing hearing)
{
    switch (hearing) {
        case Hearing::unhindered: return {};
        case Hearing::not_admitted:
            return {"the collector does not admit this key", "this key is not admitted"};
        case Hearing::keys_on_one_side:
            return {"one side has keys, the other has none", "keys on one side only"};
        case Hearing::hung_up:
            return {"the collector hangs up: is the server key its own?",
                    "it hangs up: server key?"};
    }
    return {};
}

}  // namespace wallboard
