#include "daemon/recovery/first_key.hpp"

#include "daemon/journal/open_journal.hpp"
#include "daemon/model/check.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {

FirstKey::FirstKey(const std::filesystem::path& data_folder)
    : journal_{open_journal((data_folder / "journal.db").string())},
      board_{recover(*journal_, data_folder).board}
{
}

std::optional<Refusal> FirstKey::refuse(const AdmitKey& said) const
{
    using enum Refusal::Code;
    if (said.role != Role::manager || said.person.text.empty() || said.sign_key.empty())
        return Refusal{not_allowed,
                       "the first key is a manager's: every other one a manager admits, with the "
                       "collector running"};
    if (board_.keys().has_manager())
        return Refusal{not_allowed,
                       "a manager has a valid key already: only by it is another one admitted, "
                       "with the collector running"};
    if (board_.keys().find(said.key) != nullptr)
        return Refusal{duplicate,
                       "this key is known already; one that was revoked never comes back"};
    return std::nullopt;
}

JournalHead FirstKey::admit(const AdmitKey& said, Instant now)
{
    CALLWATCH_CHECK(!refuse(said));
    // Decided when the collector last decided anything: its time does not begin before.
    return journal_->append(
        {encode_fact({board_.decided_until(), KeyAdmitted{.key = said.key,
                                                          .sign_key = said.sign_key,
                                                          .role = said.role,
                                                          .person = said.person,
                                                          .source = {},
                                                          .by = {},
                                                          .at = now}})});
}

}  // namespace callwatch
