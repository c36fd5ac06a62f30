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

}  // namespace callwatch
