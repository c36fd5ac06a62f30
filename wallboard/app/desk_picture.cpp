#include "wallboard/app/desk_picture.hpp"

#include <array>

#include <fmt/format.h>

#include "wallboard/app/desk.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/painter.hpp"
#include "wallboard/feed/answers_file.hpp"
#include "wallboard/feed/board_file.hpp"
#include "wallboard/views/desk/desk.hpp"

namespace wallboard {
namespace {

constexpr PixelSize usual_screen{1920, 1080};

struct Named {
    std::string_view name;
    desk::Key key;
};
constexpr std::array names{
    Named{"Down", desk::Key::down},   Named{"Up", desk::Key::up},
    Named{"Left", desk::Key::left},   Named{"Right", desk::Key::right},
    Named{"Enter", desk::Key::enter}, Named{"Esc", desk::Key::escape},
    Named{"Tab", desk::Key::tab},     Named{"End", desk::Key::end},
    Named{"F1", desk::Key::f1},
};

void type(Desk& desk, std::string_view word)
{
    constexpr std::string_view text = "text:";
    if (word.rfind(text, 0) == 0) {
        desk.touch(desk::Press{
            .key = desk::Key::paste, .letter = 0, .pasted = std::string{word.substr(text.size())}});
        return;
    }
    for (const auto& [name, key] : names)
        if (word == name) {
            desk.touch(desk::Press{key});
            return;
        }
    if (word.size() != 1)
        throw SettingsError{
            fmt::format("--keys: {} is no key: Down, Enter, Esc, ..., one letter, "
                        "or text:WORDS",
                        word)};
    desk.touch(desk::letter(static_cast<char32_t>(word.front())));
}

constexpr std::string_view pointer = "at:";

/// Words are separated by blanks or commas; "_" stands for a blank in a text. The place where the
/// pointer rests after them, in pixels, if there is one.
std::optional<PixelSize> type_all(Desk& desk, const std::string& keys)
{
    std::optional<PixelSize> rests;
    std::string word;
    for (const char c : keys + " ") {
        if (c != ' ' && c != ',') {
            word += c == '_' ? ' ' : c;
            continue;
        }
        if (word.rfind(pointer, 0) == 0) {
            rests = parse_size(word.substr(pointer.size()));
            if (!rests) throw SettingsError{"--keys: " + word + " is no place: at:640x360"};
        } else if (!word.empty()) {
            type(desk, word);
        }
        word.clear();
    }
    return rests;
}

Snapshot load_board(const CommandLine& command)
{
    if (!command.board) throw SettingsError{"a picture of the desk needs --board FILE"};
    auto board = read_board_file(*command.board);
    if (const auto* refusal = std::get_if<Refusal>(&board))
        throw SettingsError{*command.board + ": " + refusal->code + ": " + refusal->detail};
    return std::get<Snapshot>(std::move(board));
}

RecordedAnswers load_answers(const CommandLine& command)
{
    if (!command.answers) return {};
    auto answers = read_answers_file(*command.answers);
    if (const auto* refusal = std::get_if<Refusal>(&answers))
        throw SettingsError{*command.answers + ": " + refusal->code + ": " + refusal->detail};
    return std::get<RecordedAnswers>(std::move(answers));
}

}  // namespace

void take_desk_picture(const CommandLine& command, const Settings& settings)
{
    const auto board = std::make_shared<const Snapshot>(load_board(command));
    const RecordedAnswers answers = load_answers(command);
    Desk desk{settings, answers.me};
    const auto rows = std::make_shared<const desk::Rows>(answers.rows);
    Micros age{0};
    if (command.now && *command.now < board->as_of)
        throw SettingsError{"--now is before the time of the board"};
    if (command.now) age = *command.now - board->as_of;
    desk.look(board, Micros{0}, Micros{0}, rows);
    desk.touch(desk::letter(U'1' + static_cast<char32_t>(command.page)));
    if (!command.location.empty()) desk.touch(desk::ChooseLocation{command.location});
    const auto rests = type_all(desk, command.keys);
    desk.look(board, age, Micros{0}, rows);

    Window window = Window::hidden();
    const PixelSize screen{std::max(usual_screen.width, command.size.width),
                           std::max(usual_screen.height, command.size.height)};
    Painter painter{window, scale_of_desk(settings.desk, screen), settings.theme};
    const Scale scale = painter.scale(command.size);
    const Layout layout{.shape = Shape::wide, .w = scale.width_u(), .h = scale.height_u()};
    desk::Hits hits;
    desk::FigurePlaces figures;
    const auto draw = [&](const WallLook& look) {
        desk::draw_desk(desk.view(layout), look, hits, figures);
    };
    Picture picture = painter.picture(draw, command.size);
    if (rests) {
        const desk::Spot spot{static_cast<float>(rests->width) / scale.u(),
                              static_cast<float>(rests->height) / scale.u()};
        desk.point(spot, figures);
        desk.look(board, age, desk::hover_after, rows);
        desk.point(spot, figures);
        picture = painter.picture(draw, command.size);
    }
    write_png(picture, *command.screenshot);
}

}  // namespace wallboard
