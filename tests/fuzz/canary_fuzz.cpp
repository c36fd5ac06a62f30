// Does the fuzzing machinery notice a crash? This target crashes on one word, which takes a fuzzer
// that is told what its inputs reach a moment to find, and one that is not told for ever.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "daemon/model/check.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::string_view word{"CANARY"};
    std::size_t matched = 0;
    while (matched < word.size() && matched < size) {
        if (data[matched] != static_cast<unsigned char>(word[matched])) break;
        ++matched;
    }
    const bool the_canary_lives = matched < word.size();
    CALLWATCH_CHECK(the_canary_lives);
    return 0;
}
