// Is every page of the desk legible in every window: no text over another, none outside its tile,
// no word cut, also while a form is open, with long names and long lists? And does a click do what
// the key does?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_headless.hpp"
#include "wallboard/app/desk.hpp"
#include "wallboard/feed/answers_file.hpp"
#include "wallboard/feed/board_file.hpp"
#include "wallboard/model/desk/explained.hpp"
#include "wallboard/model/explain/make_explanation.hpp"
#include "wallboard/views/desk/desk.hpp"
#include "wallboard/views/explain_card.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

constexpr Size windows[]{{1280, 720}, {1600, 900}, {1920, 1080}, {3840, 2160}};

Snapshot board_named(const std::string& name)
{
    auto board = read_board_file(std::string{CALLWATCH_BOARDS} + "/" + name + ".json");
    REQUIRE(std::holds_alternative<Snapshot>(board));
    return std::get<Snapshot>(std::move(board));
}

RecordedAnswers answers_named(const std::string& name)
{
    auto answers = read_answers_file(std::string{CALLWATCH_ANSWERS} + "/" + name + ".txt");
    REQUIRE(std::holds_alternative<RecordedAnswers>(answers));
    return std::get<RecordedAnswers>(std::move(answers));
}

/// A desk in a window of a size, without a screen.
class SeatedDesk {
public:
    SeatedDesk(const std::string& board, RecordedAnswers answers, Size window)
        : scale_{Scale::of_window({0.7f, 24}, std::max(1920, window.w), std::max(1080, window.h),
                                  window.w, window.h)},
          desk_{Settings{}, answers.me},
          board_{board_named(board)}
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {static_cast<float>(window.w), static_cast<float>(window.h)};
        fonts_.build(scale_);
        hear(std::move(answers.rows));
    }
    ~SeatedDesk() { ImGui::DestroyContext(); }
    SeatedDesk(const SeatedDesk&) = delete;
    SeatedDesk& operator=(const SeatedDesk&) = delete;

    /// Other answers have come.
    void hear(desk::Rows rows)
    {
        rows_ = std::make_shared<const desk::Rows>(std::move(rows));
        look(running_);
    }
    void press(char32_t letter) { desk_.touch(desk::letter(letter)); }
    void press(desk::Key key) { desk_.touch(desk::Press{key}); }
    void paste(const std::string& text)
    {
        desk_.touch(desk::Press{.key = desk::Key::paste, .letter = 0, .pasted = text});
    }
    void touch(const desk::Touch& touch) { desk_.touch(touch); }

    desk::View view() const
    {
        return desk_.view({.shape = Shape::wide, .w = scale_.width_u(), .h = scale_.height_u()});
    }
    std::vector<DrawnText> draw()
    {
        std::vector<DrawnText> texts;
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        desk::draw_desk(view(), {scale_, fonts_, ThemeName::dark}, hits, figures, &texts);
        ImGui::Render();
        return texts;
    }
    /// The pointer comes to the middle of a box and stays.
    void rest(const Box& box)
    {
        const desk::Spot spot{box.x + box.w / 2, box.y + box.h / 2};
        desk_.point(spot, figures);
        look(running_ + desk::hover_after);
        desk_.point(spot, figures);
    }
    /// What a card says of this figure.
    std::string figure_of(const FigureRef& ref) const
    {
        const desk::Knowledge known{*rows_, board_, desk_.moment().figures};
        const auto board = board_explained(desk_.state(), known);
        return make_explanation(ref, *board, desk_.moment()).figure;
    }
    float slack() const { return std::max(tolerance, 1.0f / scale_.u()); }
    const desk::State& state() const { return desk_.state(); }

    desk::Hits hits;
    desk::FigurePlaces figures;

private:
    void look(Micros running)
    {
        running_ = running;
        desk_.look(std::make_shared<const Snapshot>(board_), Micros{0}, running, rows_);
    }

    Scale scale_;
    Fonts fonts_;
    Desk desk_;
    Snapshot board_;
    std::shared_ptr<const desk::Rows> rows_;
    Micros running_{};
};

/// The same rows, in the opposite order.
desk::Rows reversed(desk::Rows rows)
{
    std::reverse(rows.messages.begin(), rows.messages.end());
    std::reverse(rows.departures.begin(), rows.departures.end());
    std::reverse(rows.people.begin(), rows.people.end());
    for (auto& [place, day] : rows.days) std::reverse(day.open.begin(), day.open.end());
    for (auto& [place, there] : rows.standards)
        std::reverse(there.mailboxes.begin(), there.mailboxes.end());
    // By name: neighbours at one place change theirs.
    for (std::size_t i = 1; i < rows.people.size(); i += 2)
        if (rows.people[i].location == rows.people[i - 1].location)
            std::swap(rows.people[i].name, rows.people[i - 1].name);
    rows.index();
    return rows;
}

std::vector<std::string> cut(const std::vector<DrawnText>& texts)
{
    std::vector<std::string> all;
    for (const DrawnText& text : texts)
        if (text.text.find("\u2026") != std::string::npos) all.push_back(text.text);
    return all;
}

struct Case {
    Page page;
    const char* board;
};
constexpr Case pages[]{
    {Page::live, "live-alarm"},       {Page::returns, "returns"},   {Page::end_of_day, "eod"},
    {Page::departures, "departures"}, {Page::greetings, "returns"}, {Page::team, "returns"},
    {Page::trends, "trends"},         {Page::health, "health"},
};

char32_t key_of(Page page) { return static_cast<char32_t>(U'1' + static_cast<char32_t>(page)); }

}  // namespace

TEST_CASE("every page of the desk is legible in every window", "[unit][desk]")
{
    for (const Size window : windows)
        for (const Case& one : pages)
            for (const char* who : {"supervisor", "manager"}) {
                INFO(page_name(one.page) << " at " << window.w << "x" << window.h << ", " << who);
                SeatedDesk desk{one.board, answers_named(who), window};
                desk.touch(desk::ChooseLocation{"harbor"});
                desk.press(key_of(one.page));
                const auto texts = desk.draw();
                CHECK(texts.size() > 10);
                CHECK(faults(texts, desk.slack()) == std::vector<std::string>{});
                CHECK(cut(texts) == std::vector<std::string>{});
            }
}

TEST_CASE("a form shows the field that is written in, in every window", "[unit][desk]")
{
    for (const Size window : windows) {
        INFO(window.w << "x" << window.h);
        SeatedDesk desk{"eod", answers_named("supervisor"), window};
        desk.touch(desk::ChooseLocation{"harbor"});
        desk.press(U'3');
        desk.press(U's');
        for (const char* words :
             {"first call tomorrow, at half past eight", "late", "both called", "secret"}) {
            desk.paste(words);
            const auto texts = desk.draw();
            const std::string shown = std::string{words} == "secret" ? "******" : words;
            CHECK(std::any_of(texts.begin(), texts.end(),
                              [&](const DrawnText& text) { return text.text == shown; }));
            CHECK(faults(texts, desk.slack()) == std::vector<std::string>{});
            desk.press(desk::Key::enter);
        }
        const auto armed = desk.draw();
        CHECK(std::any_of(armed.begin(), armed.end(),
                          [](const DrawnText& text) { return text.text == "Record it"; }));
    }
}

TEST_CASE("of thousands of messages the selected one is always to be seen", "[unit][desk]")
{
    RecordedAnswers answers = answers_named("supervisor");
    const desk::Message first = answers.rows.messages.front();
    answers.rows.messages.clear();
    answers.rows.closed.clear();
    for (int i = 0; i < 2'000; ++i) {
        desk::Message one = first;
        one.id = "m" + std::to_string(i);
        answers.rows.messages.push_back(one);
    }
    SeatedDesk desk{"returns", std::move(answers), {1280, 720}};
    desk.press(U'2');
    for (const auto key : {desk::Key::end, desk::Key::page_up, desk::Key::up, desk::Key::home}) {
        desk.press(key);
        const auto view = desk.view();
        REQUIRE_FALSE(view.page.lists.empty());
        REQUIRE(view.page.lists[0].selected);
        CHECK(view.page.lists[0].rows.size() < 20);
        CHECK(faults(desk.draw(), desk.slack()) == std::vector<std::string>{});
    }
}

TEST_CASE("that rows have moved is legible in every window, and a click re-orders them",
          "[unit][desk]")
{
    for (const Size window : windows)
        for (const Page page :
             {Page::returns, Page::end_of_day, Page::departures, Page::greetings, Page::team}) {
            INFO(page_name(page) << " at " << window.w << "x" << window.h);
            RecordedAnswers answers = answers_named("supervisor");
            SeatedDesk desk{"eod", answers, window};
            if (desk::is_of_one_location(page)) desk.touch(desk::ChooseLocation{"harbor"});
            desk.press(key_of(page));
            desk.draw();
            // Everybody else's list is the longer one.
            if (page == Page::team) desk.press(desk::Key::end);
            desk.hear(reversed(std::move(answers.rows)));
            const auto texts = desk.draw();
            CHECK(std::any_of(texts.begin(), texts.end(), [](const DrawnText& text) {
                return text.text.find("changed, press O to re-order") != std::string::npos;
            }));
            CHECK(faults(texts, desk.slack()) == std::vector<std::string>{});
            CHECK(cut(texts) == std::vector<std::string>{});
            const auto line = std::find_if(
                desk.hits.begin(), desk.hits.end(),
                [](const desk::Hit& one) { return one.touch == desk::Touch{desk::letter(U'o')}; });
            REQUIRE(line != desk.hits.end());
            desk.touch(line->touch);
            for (const desk::List& list : desk.view().page.lists) CHECK(list.moved == 0);
        }
}

TEST_CASE("a click on a row, a page or a button does what its key does", "[unit][desk]")
{
    SeatedDesk desk{"returns", answers_named("supervisor"), {1920, 1080}};
    desk.press(U'2');
    desk.draw();
    const auto click = [&](const desk::Touch& wanted) {
        const auto hit = std::find_if(desk.hits.begin(), desk.hits.end(),
                                      [&](const desk::Hit& one) { return one.touch == wanted; });
        REQUIRE(hit != desk.hits.end());
        const auto touch =
            desk::touch_at(desk.hits, hit->box.x + hit->box.w / 2, hit->box.y + hit->box.h / 2);
        REQUIRE(touch);
        desk.touch(*touch);
        desk.draw();
    };
    const std::string second = desk.view().page.lists[0].rows[1].id;
    click(desk::ChooseRow{second});
    CHECK(desk.state().selection() == second);
    click(desk::letter(U'r'));
    REQUIRE(desk.state().form);
    CHECK(desk.state().form->subject == second);
    click(desk::Press{desk::Key::escape});
    CHECK_FALSE(desk.state().form);
    click(desk::letter(U'4'));
    CHECK(desk.state().page == Page::departures);
    CHECK_FALSE(desk::touch_at(desk.hits, -1, -1));
}

namespace {

bool covers(const Box& card, const Box& lit) { return overlap(card, lit, 0.5f); }

/// The box of the card: every text of its layer lies in it.
Box card_of(const std::vector<DrawnText>& texts)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [](const DrawnText& text) {
        return text.layer == explain_layer;
    });
    return found == texts.end() ? Box{} : found->tile;
}

/// "3" of "3 operators": what a cell says, as a card would.
std::string said_in(const Cell& cell)
{
    const std::string text = cell.badge ? cell.badge->figure : cell.text;
    return text.find(" operator") == std::string::npos ? text : text.substr(0, text.find(' '));
}

/// Pages that show the board's own numbers; others show what was answered, which was recorded at
/// another time.
bool is_of_the_board(Page page) { return page == Page::live || page == Page::health; }

}  // namespace

TEST_CASE("what the pointer rests on is explained by the number that stands there",
          "[unit][desk][explain]")
{
    for (const Size window : {windows[0], windows[2]})
        for (const Case& one : pages)
            for (const char* place : {"", "harbor"}) {
                INFO(page_name(one.page)
                     << " at " << window.w << "x" << window.h << ", of " << place);
                SeatedDesk desk{one.board, answers_named("supervisor"), window};
                desk.touch(desk::ChooseLocation{place});
                desk.press(key_of(one.page));
                desk.draw();
                const desk::View before = desk.view();
                const auto places = desk.figures;
                CHECK((*place == '\0' || !places.empty()));
                for (const desk::FigurePlace& figure : places) {
                    REQUIRE_FALSE(figure.figures.empty());
                    INFO(figure.figures.front().figure << ":" << figure.figures.front().subject);
                    CHECK(find_figure(figure.figures.front().figure) != nullptr);
                    desk.rest(figure.box);
                    const desk::View view = desk.view();
                    REQUIRE(view.card);
                    CHECK(view.card->of == figure.figures.front());
                    const auto texts = desk.draw();
                    CHECK(faults(texts, desk.slack()) == std::vector<std::string>{});
                    const Box card = card_of(texts);
                    CHECK_FALSE(card.empty());
                    CHECK_FALSE(covers(card, figure.lit));
                    desk.rest({-1000, -1000, 1, 1});
                }
                if (!is_of_the_board(one.page)) continue;
                for (const desk::Tile& tile : before.page.tiles) {
                    if (tile.figures.empty()) continue;
                    INFO(tile.word.full << " " << tile.figures.front().figure);
                    CHECK(desk.figure_of(tile.figures.front()) == tile.figure);
                }
                for (const desk::List& list : before.page.lists)
                    for (const desk::ListRow& row : list.rows)
                        for (const Cell& cell : row.cells) {
                            const bool healed = cell.text.find("healed") != std::string::npos;
                            if (cell.figures.empty() || !cell.line.empty() || healed) continue;
                            INFO(row.id << " " << cell.figures.front());
                            CHECK(desk.figure_of({cell.figures.front(), row.id}) == said_in(cell));
                        }
            }
}
