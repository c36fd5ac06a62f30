#pragma once

#include <string>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// One line for people, golden files and `callwatchctl journal print`:
/// "17:00:00.000 pbx1/101@default#1795309422.188 overdue". Times are UTC, milliseconds; the time in
/// front is the source's where the fact has one, else when we decided.
std::string describe(const DatedFact& dated);

/// "2026-11-20T22:59:58.123456Z"
std::string describe(Instant at);

const char* word(DequeueCause cause);  ///< "answered"
const char* word(DialResult result);   ///< "no_answer"
const char* word(Verdict verdict);     ///< "CLEAR", "VIOLATIONS", "UNKNOWN"
const char* word(Origin origin);
const char* word(Coverage coverage);    ///< "not_known"
const char* word(CoverageCause cause);  ///< "logged_off"; of none ""
const char* word(MainOutcome outcome);  ///< "violation"
const char* word(CallStep::Kind kind);  ///< "operator_answered"
/// "queue pbx1/main-line, operator_phone pbx1/100, mailbox pbx1/199@default"
std::string describe(const std::vector<CallStep>& path);

}  // namespace callwatch
