#include "wallboard/feed/answers_file.hpp"

#include <array>
#include <fstream>

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include "callwatch/v1/request.pb.h"
#include "wallboard/feed/desk_codec.hpp"

namespace wallboard {
namespace {

using Kind = Question::Kind;

struct Named {
    std::string_view name;
    Kind kind;
    bool of_place;
};
constexpr std::array kinds{
    Named{"messages", Kind::messages, false},     Named{"day", Kind::day, true},
    Named{"departures", Kind::departures, false}, Named{"standards", Kind::standards, true},
    Named{"operators", Kind::operators, true},    Named{"staff", Kind::staff, true},
};

/// Takes the first word off.
std::string_view word_of(std::string_view& text)
{
    const auto end = text.find(' ');
    const auto word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return word;
}

std::optional<Refusal> take_line(std::string_view line, RecordedAnswers& answers)
{
    const auto name = word_of(line);
    if (name == "me") {
        answers.me.role = word_of(line);
        answers.me.person = word_of(line);
        return std::nullopt;
    }
    for (const auto& [kind_name, kind, of_place] : kinds) {
        if (name != kind_name) continue;
        Question question{.kind = kind, .location = {}};
        if (of_place) question.location = word_of(line);
        callwatch::v1::Reply reply;
        const auto status =
            google::protobuf::util::JsonStringToMessage({line.data(), line.size()}, &reply);
        if (!status.ok()) return Refusal{"malformed", status.ToString()};
        reply.set_id(1);
        return take_answer(reply.SerializeAsString(), 1, question, answers.rows);
    }
    return Refusal{"unknown_kind", std::string{name}};
}

}  // namespace

std::variant<RecordedAnswers, Refusal> read_answers(std::string_view text)
{
    RecordedAnswers answers;
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (line.empty() || line.front() == '#') continue;
        if (auto refusal = take_line(line, answers)) {
            refusal->detail = fmt::format("line {}: {}", number, refusal->detail);
            return *refusal;
        }
    }
    return answers;
}

std::variant<RecordedAnswers, Refusal> read_answers_file(const std::string& path)
{
    constexpr std::size_t bytes_max = std::size_t{8} << 20;
    std::ifstream file{path, std::ios::binary};
    if (!file) return Refusal{"unreadable", path};
    std::string text(bytes_max + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > bytes_max) return Refusal{"too_large", "more than 8 MiB"};
    return read_answers(text);
}

}  // namespace wallboard
