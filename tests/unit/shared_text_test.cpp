// Does a text in 16 bytes read, compare and live as a std::string would, whether it lies in it or
// is shared? Under the address sanitizer nothing is freed twice, or never.

#include <sstream>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "daemon/model/types.hpp"

namespace callwatch {
namespace {

/// Around the longest short one, with bytes of every kind.
std::vector<std::string> texts()
{
    std::vector<std::string> all;
    for (std::size_t size = 0; size < 40; ++size)
        for (const char end : {'\0', 'a', '\x7f', '\xff'})
            all.push_back(size == 0 ? std::string{} : std::string(size - 1, 'a') + end);
    return all;
}

}  // namespace

TEST_CASE("a shared text reads and compares as the text it was made of", "[unit][model]")
{
    for (const auto& one : texts()) {
        const SharedText text{one};
        CHECK(text.view() == one);
        CHECK(text.size() == one.size());
        CHECK(text.empty() == one.empty());
        for (const auto& other : texts()) {
            INFO(one << " | " << other);
            CHECK((text == SharedText{other}) == (one == other));
            CHECK((text < SharedText{other}) == (one < other));
        }
    }
}

TEST_CASE("copies of a long text share it, and a short one has its own", "[unit][model]")
{
    const SharedText brief{"pbx1/106"};
    const SharedText briefs = brief;
    CHECK(briefs.view().data() != brief.view().data());
    const SharedText whole{"pbx1/1001@default"};
    const SharedText again = whole;
    CHECK(again.view().data() == whole.view().data());
    CHECK(SharedText{whole.view()}.view().data() != whole.view().data());
}

TEST_CASE("a shared text outlives what it was copied from, and is empty when moved from",
          "[unit][model]")
{
    SharedText kept;
    {
        const SharedText made{"pbx1/1795309119.0/1001"};
        kept = made;
    }
    CHECK(kept == "pbx1/1795309119.0/1001");
    SharedText& same = kept;
    kept = same;
    CHECK(kept == "pbx1/1795309119.0/1001");
    const SharedText taken = std::move(kept);
    CHECK(kept.empty());
    CHECK(taken == "pbx1/1795309119.0/1001");
}

TEST_CASE("copies may be made and dropped on several threads", "[unit][model]")
{
    const SharedText text{"one text, thousands of owners"};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&text] {
            for (int made = 0; made < 2'000; ++made) {
                SharedText copy = text;
                const SharedText other = copy;
                copy = SharedText{"another text that is long"};
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(text == "one text, thousands of owners");
}

TEST_CASE("a shared text is written as text", "[unit][model]")
{
    const SharedText text{"front"};
    std::ostringstream out;
    out << text;
    CHECK(out.str() == "front");
    CHECK(fmt::format("{:>7}|", text) == "  front|");
    CHECK("at " + text + " desk" == "at front desk");
}

}  // namespace callwatch
