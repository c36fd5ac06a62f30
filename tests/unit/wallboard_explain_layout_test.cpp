// Do cards and tables of plots draw at any size without a text over another, or cut by its tile? As
// in wallboard_page_layout_test.cpp there is no window and no GPU.

#include <algorithm>

#include <imgui.h>
#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/explain/explainable.hpp"
#include "wallboard/model/explain/make_explanation.hpp"
#include "wallboard/views/explain_card.hpp"
#include "wallboard/views/explained_place.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

struct Size {
    int w, h;
};
constexpr Size sizes[] = {{1280, 720}, {1920, 1080}, {720, 1280}};

class Screen {
public:
    explicit Screen(Size size, float distance_m = 4.2f) : scale_{{distance_m, 55}, size.w, size.h}
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
        fonts_.build(scale_);
    }
    ~Screen() { ImGui::DestroyContext(); }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    Layout layout() const { return layout_for(scale_.width_u(), scale_.height_u()); }
    float slack() const { return std::max(1.5f, 1.0f / scale_.u()); }

    std::vector<DrawnText> draw(const PageView& page, const ExplainCard* card = nullptr)
    {
        std::vector<DrawnText> texts;
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        draw_wall(page, {scale_, fonts_, ThemeName::dark}, &texts, card);
        ImGui::Render();
        return texts;
    }

private:
    Scale scale_;
    Fonts fonts_;
};

bool over_each_other(const Box& a, const Box& b, float slack)
{
    return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
           b.y + slack < a.bottom();
}

bool sticks_out(const Box& a, const Box& tile, float slack)
{
    return a.x < tile.x - slack || a.right() > tile.right() + slack || a.y < tile.y - slack ||
           a.bottom() > tile.bottom() + slack;
}

/// One line for each text of the layer that is over another, not in its tile, or cut.
std::vector<std::string> faults(const std::vector<DrawnText>& texts, int layer, float slack)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].layer != layer) continue;
        if (sticks_out(texts[i].box, texts[i].tile, slack)) all.push_back("out: " + texts[i].text);
        for (std::size_t k = i + 1; k < texts.size(); ++k)
            if (texts[k].layer == layer && over_each_other(texts[i].box, texts[k].box, slack))
                all.push_back("over: " + texts[i].text + " | " + texts[k].text);
    }
    return all;
}

std::vector<std::string> cut_texts(const std::vector<DrawnText>& texts, int layer)
{
    std::vector<std::string> all;
    for (const DrawnText& text : texts)
        if (text.layer == layer && text.text.find("\u2026") != std::string::npos)
            all.push_back(text.text);
    return all;
}

/// Large numbers on every page.
Snapshot busy_board()
{
    Snapshot snapshot = board("14:07:42");
    for (Queue& queue : snapshot.queues) {
        caller_waits(queue, "09:04:18", 1'234);
        queue.offered = queue.answered = 4'321'098;
        queue.abandoned = queue.answered_in_threshold = 1'234'567;
        queue.abandoned_in_threshold = 123'456;
    }
    for (Location& location : snapshot.locations) owes(location, 4'321, 1'234);
    snapshot.locations[1].operators_staffed = 0;
    snapshot.locations[1].no_operator_since = at("08:03:10");
    snapshot.days = {checked("north", Verdict::violations)};
    snapshot.trends = {half_hours("north", 13)};
    snapshot.collector.said = true;
    snapshot.collector.chain_head = "9f3c2a7be1045d68";
    snapshot.collector.position = 123'456'789'012;
    snapshot.collector.room_left_bytes = 61'000'000'000;
    return snapshot;
}

PageView page_of(Page page, const Snapshot& snapshot, const Moment& moment, const Layout& layout)
{
    const Alarms alarms = next_alarms({}, snapshot, moment);
    const PageChoice choice{.page = page, .location = "north"};
    switch (page) {
        case Page::returns: return make_returns(snapshot, moment, alarms, choice, layout);
        case Page::end_of_day: return make_end_of_day(snapshot, moment, alarms, choice, layout);
        case Page::departures: return make_departures(snapshot, moment, alarms, choice, layout);
        case Page::greetings: return make_greetings(snapshot, moment, alarms, choice, layout);
        case Page::team: return make_team(snapshot, moment, alarms, choice, layout);
        case Page::trends: return make_trends(snapshot, moment, alarms, choice, layout);
        case Page::health: return make_health(snapshot, moment, alarms, choice, layout);
        case Page::live: break;
    }
    return make_live(snapshot, moment, alarms, choice, layout);
}

}  // namespace

TEST_CASE("the card of every figure fits its page", "[unit][explain][layout]")
{
    const Snapshot snapshot = busy_board();
    const Moment moment = moment_of(snapshot, Micros{0});
    for (const Size size : sizes) {
        Screen screen{size};
        for (const Page page : all_pages) {
            const PageView view = page_of(page, snapshot, moment, screen.layout());
            for (const FigureRef& ref : explainable(page, snapshot, "north")) {
                const ExplainCard card = make_explanation(ref, snapshot, moment);
                const auto texts = screen.draw(view, &card);
                INFO(size.w << "x" << size.h << " " << page_name(page) << " " << ref.figure << ":"
                            << ref.subject);
                CHECK(faults(texts, explain_layer, screen.slack()).empty());
                CHECK(std::any_of(texts.begin(), texts.end(), [&](const DrawnText& text) {
                    return text.layer == explain_layer && text.text == card.keys[1].key;
                }));
            }
        }
    }
}

TEST_CASE("a card on a small far screen drops things and cuts none", "[unit][explain][layout]")
{
    const Snapshot snapshot = busy_board();
    const Moment moment = moment_of(snapshot, Micros{0});
    Screen screen{{1280, 720}, 8};
    const PageView view = page_of(Page::live, snapshot, moment, screen.layout());
    const ExplainCard card = make_explanation({"service-level", ""}, snapshot, moment);
    const auto texts = screen.draw(view, &card);
    CHECK(faults(texts, explain_layer, screen.slack()).empty());
}

TEST_CASE("tables of plots cut nothing", "[unit][explain][layout]")
{
    const Snapshot snapshot = busy_board();
    const Moment moment = moment_of(snapshot, Micros{0});
    for (const Size size : sizes) {
        Screen screen{size};
        for (const std::size_t turn : {0u, 1u, 2u}) {
            const TrendsView view =
                make_trends(snapshot, moment, {},
                            {.page = Page::trends, .location = {}, .turn = turn, .tables = true},
                            screen.layout());
            const auto texts = screen.draw(view);
            INFO(size.w << "x" << size.h << " turn " << turn);
            CHECK(faults(texts, 0, screen.slack()) == std::vector<std::string>{});
            CHECK(cut_texts(texts, 0) == std::vector<std::string>{});
        }
    }
}

TEST_CASE("what is explained is found on its page", "[unit][explain][layout]")
{
    const Snapshot snapshot = busy_board();
    const Moment moment = moment_of(snapshot, Micros{0});
    const Layout layout{Shape::wide, 1920, 1080};
    const PageView live = page_of(Page::live, snapshot, moment, layout);
    const auto& view = std::get<LiveView>(live);
    CHECK(explained_place(live, {"longest-wait", ""}).box.y == view.waiting.box.y);
    CHECK(explained_place(live, {"offered", ""}).box.y == view.day.box.y);
    const Box first = explained_place(live, {"service-level", "q-north"}).box;
    const Box second = explained_place(live, {"service-level", "q-harbor"}).box;
    CHECK(first.h == view.queues.pitch);
    CHECK(second.y == Approx(first.y + view.queues.pitch));
    CHECK(explained_place(live, {"service-level", "not shown"}).box.empty());
    CHECK(explained_place(live, {"data-age", ""}).box.empty());
    for (const Page page : all_pages)
        for (const FigureRef& ref : explainable(page, snapshot, "north")) {
            if (ref.figure == "data-age" || page == Page::departures) continue;
            INFO(page_name(page) << " " << ref.figure << ":" << ref.subject);
            CHECK_FALSE(explained_place(page_of(page, snapshot, moment, layout), ref).box.empty());
        }
}

TEST_CASE("where the figure is one cell of a row, that cell is lit", "[unit][explain][layout]")
{
    const Snapshot snapshot = busy_board();
    const Moment moment = moment_of(snapshot, Micros{0});
    Screen screen{{1920, 1080}};
    const PageView live = page_of(Page::live, snapshot, moment, screen.layout());
    const auto texts = screen.draw(live);
    const auto says = [&](const char* figure, const std::string& subject) {
        const Lit lit = explained_place(live, {figure, subject});
        CHECK_FALSE(sticks_out(lit.cell, lit.box, 0.5f));
        std::string words;
        for (const DrawnText& text : texts)
            if (!sticks_out(text.box, lit.cell, 0.5f)) words += text.text + "|";
        return words;
    };
    const auto of_row = [&](const char* figure) { return says(figure, "q-north"); };
    const auto card = [&](const char* figure) {
        return make_explanation({figure, "q-north"}, snapshot, moment).figure;
    };
    CHECK(of_row("service-level").find(card("service-level")) != std::string::npos);
    CHECK(of_row("answered-share").find(card("answered-share")) != std::string::npos);
    CHECK(of_row("service-level") != of_row("answered-share"));
    // An office without an operator has a line in a tile of its own.
    CHECK(says("coverage", "harbor").find("none") != std::string::npos);
    CHECK(says("operators", "harbor") == says("coverage", "harbor"));
}

TEST_CASE("every figure of a row that a wide wall has room for has its cell",
          "[unit][explain][layout]")
{
    Snapshot snapshot = busy_board();
    snapshot.locations[0].no_cover = 1;  // Else there is no column for it.
    const Moment moment = moment_of(snapshot, Micros{0});
    Screen screen{{1920, 1080}};
    for (const Page page : all_pages) {
        if (page == Page::end_of_day || page == Page::departures) continue;  // No rows of offices.
        const PageView view = page_of(page, snapshot, moment, screen.layout());
        for (const FigureRef& ref : explainable(page, snapshot, "north")) {
            // Before the check there is no verdict in the row; what is off or known by its
            // telephone only gives way to names.
            const bool may_be_missing = ref.figure == "day-verdict" ||
                                        ref.figure == "work-needed" ||
                                        ref.figure == "operators-off" || ref.figure == "phone-only";
            if (ref.subject.empty() || may_be_missing) continue;
            INFO(page_name(page) << " " << ref.figure << ":" << ref.subject);
            CHECK_FALSE(explained_place(view, ref).cell.empty());
        }
    }
}

TEST_CASE("a card always says what a figure is judged by, and seldom covers it for that",
          "[unit][explain][layout]")
{
    const auto says = [](const std::vector<DrawnText>& texts, const std::string& words) {
        return words.empty() || std::any_of(texts.begin(), texts.end(), [&](const auto& text) {
                   return text.layer == explain_layer && text.text == words;
               });
    };
    std::size_t covering = 0, beside = 0;
    const Snapshot snapshot = busy_board();
    const Moment moment = moment_of(snapshot, Micros{0});
    for (const Size size : sizes) {
        Screen screen{size};
        for (const Page page : all_pages) {
            const PageView view = page_of(page, snapshot, moment, screen.layout());
            for (const FigureRef& ref : explainable(page, snapshot, "north")) {
                const Box lit = explained_place(view, ref).box;
                if (lit.empty() || lit.h > screen.layout().h / 2) continue;
                const ExplainCard card = make_explanation(ref, snapshot, moment);
                const auto texts = screen.draw(view, &card);
                const auto on_card =
                    std::find_if(texts.begin(), texts.end(),
                                 [](const DrawnText& text) { return text.layer == explain_layer; });
                REQUIRE(on_card != texts.end());
                INFO(size.w << "x" << size.h << " " << page_name(page) << " " << ref.figure << ":"
                            << ref.subject);
                const bool covers = over_each_other(on_card->tile, lit, 0.5f);
                ++(covers ? covering : beside);
                if (!card.limits.empty()) CHECK(says(texts, "Limits"));
                if (!card.sum.empty()) CHECK(says(texts, card.sum.back().name));
                CHECK_FALSE(
                    sticks_out(on_card->tile,
                               {page_margin, below_header, screen.layout().w - 2 * page_margin,
                                screen.layout().h - page_bottom - below_header},
                               0.5f));
            }
        }
    }
    CHECK(beside > 4 * covering);
}
