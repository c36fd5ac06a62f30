// Whatever is pressed and clicked, in whatever order: does the desk never record anything without a
// Y but what can be taken back, and do all its bounds hold? CALLWATCH_SEED repeats a run.

#include <array>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/seeded_random.hpp"
#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/end_of_day.hpp"
#include "wallboard/model/desk/returns.hpp"
#include "wallboard/model/desk/row_order.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using callwatch::test::SeededRandom;
using Desk = wallboard::desk::test::Desk;

namespace {

constexpr int touches = 10'000;
constexpr std::array roles{"staff", "supervisor", "manager", "auditor", ""};
constexpr std::string_view secret = "Open-Sesame";

/// A desk at which a monkey sits, while the world changes.
class Monkey {
public:
    Monkey(std::uint64_t seed, const std::string& role) : random_{seed}, desk_{role}
    {
        desk_.knows("ada", "Ada Ruiz");
        change_rows();
    }

    void act()
    {
        if (one_in(25)) change_rows();
        if (one_in(20)) desk_.now += std::chrono::seconds{random_.below(30)};
        forget(desk_.state, desk_.now);
        check_shown(keep_order(desk_.state, desk_.known()));
        if (one_in(8) && !desk_.orders.empty()) answer();
        const Touch touch = any_touch();
        const bool was_armed =
            desk_.state.form && desk_.state.form->is_armed() && desk_.state.form->sent == 0;
        const auto order = desk_.touch(touch);
        if (order) judge(*order, touch, was_armed);
        check_bounds();
        if (one_in(40)) look();
    }

private:
    bool one_in(std::uint64_t n) { return random_.below(n) == 0; }
    template <class Values>
    typename Values::value_type pick(const Values& all)
    {
        return all[random_.below(all.size())];
    }

    std::string any_row() { return "m" + std::to_string(random_.below(40)); }

    void change_rows()
    {
        constexpr std::array states{"NEW", "HEARD", "ATTEMPTED", "DEFERRED", "CARRIED", "RETURNED"};
        constexpr std::array flags{"OVERDUE", "OWNER_ABSENT", "OWNER_DEPARTED", "CALL_NOW"};
        constexpr std::array people{"", "sam", "ada"};
        constexpr std::array verdicts{"CLEAR", "VIOLATIONS", "UNKNOWN"};
        constexpr std::array offices{"north", "harbor"};
        desk::Rows& rows = desk_.rows;
        rows = {};
        desk_.knows("ada", "Ada Ruiz");
        desk_.knows("sam", "Sam Ortega");
        rows.messages_known = !one_in(10);
        for (auto n = random_.below(30); n > 0; --n) {
            Message& message = desk_.left(any_row(), pick(people), pick(offices));
            message.state = pick(states);
            message.flags = {pick(flags)};
            message.claimed_by = pick(people);
        }
        for (auto n = random_.below(10); n > 0; --n) {
            Departure& row = desk_.departed(any_row(), "leo", pick(offices));
            row.requested_by = pick(people);
        }
        for (auto n = random_.below(10); n > 0; --n)
            desk_.greeting(any_row(), "ada", pick(offices));
        std::vector<std::string> open;
        for (auto n = random_.below(6); n > 0; --n) open.push_back(any_row());
        DayRecord& day = desk_.checked(pick(offices), pick(verdicts), open);
        day.revision = static_cast<std::uint32_t>(random_.below(3));
        if (one_in(4)) day.signature.by = "ada";
        desk_.board = wallboard::test::board("10:00:00");
        if (one_in(5)) desk_.board.locations.pop_back();
        if (one_in(20)) desk_.board.locations.clear();
    }

    Touch any_touch()
    {
        constexpr std::array keys{
            Key::none,    Key::up,     Key::down,      Key::left,     Key::right, Key::home,
            Key::page_up, Key::end,    Key::tab,       Key::back_tab, Key::enter, Key::page_down,
            Key::erase,   Key::escape, Key::backspace, Key::paste,    Key::f1,    Key::f11};
        // What is done often in a form comes often.
        switch (random_.below(14)) {
            case 0:
            case 1: return Press{Key::enter};
            case 2:
            case 3: return letter(one_in(2) ? U'y' : U'Y');
            case 4: return paste(std::string{secret});
            case 5: return letter(static_cast<char32_t>(random_.below(0x3000)));
            case 6: return ChooseRow{any_row()};
            case 7: return ChooseField{random_.below(8)};
            case 8: {
                constexpr std::array places{"", "north", "harbor", "nowhere"};
                return one_in(2) ? Touch{ChooseLocation{pick(places)}} : Press{Key::escape};
            }
            case 9: return Press{.key = pick(keys), .letter = 0, .pasted = std::string(600, 'x')};
            default: {
                constexpr std::u32string_view known =
                    U"crtxdvougsqf/1234567822334455CRTXDVOUGSQF2222rrcc";
                return letter(pick(known));
            }
        }
    }

    void answer()
    {
        // The newest most often: its form waits for it.
        const std::size_t at =
            one_in(4) ? random_.below(desk_.orders.size()) : desk_.orders.size() - 1;
        const Order& order = desk_.orders[at];
        if (one_in(2))
            desk_.recorded(order, "+1 409 555 0141");
        else
            desk_.refused(order, "no");
    }

    /// An order comes from Y in an armed form, or is one that can be taken back.
    void judge(const Order& order, const Touch& touch, bool was_armed)
    {
        const auto* key = std::get_if<Press>(&touch);
        REQUIRE(key != nullptr);
        const bool at_once = order.deed == Deed::claim || order.deed == Deed::release;
        if (at_once) {
            CHECK_FALSE(was_armed);
        } else {
            CHECK(was_armed);
            CHECK((key->letter == U'y' || key->letter == U'Y'));
        }
        CHECK(numbers_.insert(order.number).second);
        CHECK_FALSE(order.said.empty());
        const Me& me = desk_.state.me;
        CHECK((me.is_staff() || me.supervises()));
        if (me.is_staff()) CHECK(order.to_sign.text.empty());
        ++given;
    }

    /// What a frame is told to show is what it would find itself.
    void check_shown(const Shown& told) const
    {
        const Shown found = make_shown(desk_.state, desk_.known());
        CHECK(told.selected == found.selected);
        for (std::size_t i = 0; i < told.lists.size(); ++i) {
            CHECK(told.lists[i].ids == found.lists[i].ids);
            CHECK(told.lists[i].moved == found.lists[i].moved);
        }
    }

    void check_bounds() const
    {
        const State& state = desk_.state;
        REQUIRE(state.notices.size() <= notices_max);
        REQUIRE(state.drafts.size() <= drafts_max);
        REQUIRE(state.unmasked.size() <= unmasked_max);
        REQUIRE(state.find.text().size() <= field_bytes_max);
        for (const Unmasked& one : state.unmasked) CHECK(one.until > desk_.now);
        for (const Notice& one : state.notices) {
            CHECK(one.order.to_sign.passphrase.empty());
            if (one.outcome && one.order.deed == Deed::unmask && one.outcome->done)
                CHECK(one.outcome->text.empty());
        }
        for (const Form& draft : state.drafts) CHECK(draft.secret("passphrase").empty());
        // Whatever order is kept, the rows are the same, and one of them is selected.
        const auto shown = rows_shown(state, desk_.known());
        const RowLists now = rows_ordered(state, desk_.known());
        std::multiset<std::string> ordered{now[0].begin(), now[0].end()};
        ordered.insert(now[1].begin(), now[1].end());
        CHECK(std::multiset<std::string>{shown.begin(), shown.end()} == ordered);
        CHECK(ordered.empty() == desk_.selected().empty());
        CHECK((ordered.empty() || ordered.count(desk_.selected()) > 0));
        if (!state.form) return;
        CHECK(state.form->at <= state.form->fields.size());
        if (state.form->sent != 0) CHECK(state.form->secret("passphrase").empty());
        for (const Field& one : state.form->fields) {
            CHECK(one.text.text().size() <= field_bytes_max);
            CHECK((one.choices.empty() || one.chosen < one.choices.size()));
        }
    }

    /// A page can be made of whatever there is.
    void look()
    {
        const Layout layout{.shape = Shape::wide,
                            .w = 2'000 + static_cast<float>(random_.below(8'000)),
                            .h = 1'000 + static_cast<float>(random_.below(5'000))};
        (void)make_returns(desk_.state, desk_.known(), layout);
        (void)make_end_of_day(desk_.state, desk_.known(), layout);
        if (desk_.state.form) CHECK_FALSE(desk_.sentences().empty());
    }

    SeededRandom random_;
    Desk desk_;
    std::set<std::uint64_t> numbers_;

public:
    int given = 0;
};

}  // namespace

TEST_CASE("ten thousand random touches record nothing without Y, and every bound holds",
          "[unit][desk][random]")
{
    const auto seed = callwatch::test::seed_of_this_run(20261124);
    CAPTURE(seed);
    int given = 0;
    // Ten desks, two of each role.
    for (std::uint64_t i = 0; i < 10; ++i) {
        Monkey monkey{seed + i, roles.at(i % roles.size())};
        for (int n = 0; n < touches / 10; ++n) monkey.act();
        given += monkey.given;
    }
    // Else nothing was tried.
    CHECK(given > 20);
}
