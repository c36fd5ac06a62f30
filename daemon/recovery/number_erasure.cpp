#include "daemon/recovery/number_erasure.hpp"

#include <algorithm>
#include <limits>

#include "daemon/journal/open_journal.hpp"
#include "daemon/policy/number_retention.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {
namespace {

/// How people write a number, and how the vault may keep it.
std::vector<std::string> spellings(std::string_view number)
{
    std::string digits;
    for (const char c : number)
        if (c >= '0' && c <= '9') digits += c;
    return {std::string{number}, digits, "+" + digits};
}

}  // namespace

NumberErasure::NumberErasure(const std::filesystem::path& data_folder)
    : journal_{open_journal((data_folder / "journal.db").string())},
      vault_{open_vault((data_folder / "vault.db").string())},
      board_{recover(*journal_, data_folder).board}
{
}

NumberErasure::Found NumberErasure::find(std::string_view number)
{
    Found found;
    for (const auto& spelling : spellings(number)) {
        const auto token = vault_->find(VaultKind::number, spelling);
        if (!token) continue;
        const NumberToken one{*token};
        if (std::find(found.numbers.begin(), found.numbers.end(), one) != found.numbers.end())
            continue;
        found.numbers.push_back(one);
        found.needed += is_number_needed(board_, one) ? 1 : 0;
    }
    return found;
}

NumberErasure::Found NumberErasure::unused_for(std::chrono::days span, Instant now)
{
    const auto today = std::chrono::floor<std::chrono::days>(std::max(now, board_.decided_until()));
    used_before_ = today - span;
    const auto before = static_cast<VaultDay>((today - span).time_since_epoch().count());
    Found found;
    constexpr std::size_t all = std::numeric_limits<std::int64_t>::max();
    for (auto& token : vault_->unused_since(before, all)) {
        NumberToken one{std::move(token)};
        if (is_number_needed(board_, one))
            ++found.needed;
        else
            found.numbers.push_back(std::move(one));
    }
    return found;
}

JournalHead NumberErasure::erase(const Found& found)
{
    JournalHead head = journal_->head();
    for (std::size_t from = 0; from < found.numbers.size(); from += numbers_erased_max) {
        const auto count = std::min(numbers_erased_max, found.numbers.size() - from);
        const auto first = found.numbers.begin() + static_cast<std::ptrdiff_t>(from);
        NumbersErased fact{.numbers = {first, first + static_cast<std::ptrdiff_t>(count)},
                           .reason = "asked",
                           .used_before = used_before_};
        // Decided when the collector last decided anything: its time does not begin before.
        head = journal_->append({encode_fact({board_.decided_until(), std::move(fact)})});
    }
    for (const auto& number : found.numbers) vault_->erase(number.text);
    vault_->flush();
    return head;
}

}  // namespace callwatch
