// Is a boxed value an optional in all that we ask of one?

#include <catch2/catch.hpp>

#include <string>

#include "daemon/state/boxed.hpp"

namespace callwatch {

TEST_CASE("a box is empty, then holds what was put in, then is empty again", "[unit][state]")
{
    Boxed<std::string> box;
    CHECK_FALSE(box);
    box = std::string{"claimed"};
    REQUIRE(box);
    CHECK(*box == "claimed");
    CHECK(box->size() == 7);
    box.reset();
    CHECK_FALSE(box);
    CHECK(box.emplace().empty());
    CHECK(box);
}

TEST_CASE("a copy of a box has a value of its own, and equals it by value", "[unit][state]")
{
    Boxed<std::string> box;
    const Boxed<std::string> empty = box;
    CHECK(empty == box);
    box = std::string{"deferred"};
    Boxed<std::string> copy = box;
    CHECK(copy == box);
    CHECK(&*copy != &*box);
    CHECK_FALSE(copy == empty);
    copy = std::string{"carried"};
    CHECK_FALSE(copy == box);
    CHECK(*box == "deferred");
    copy = empty;
    CHECK_FALSE(copy);
}

}  // namespace callwatch
