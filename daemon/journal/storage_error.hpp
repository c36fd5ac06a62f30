#pragma once

#include <stdexcept>

namespace callwatch {

/// The disk, or what is on it, cannot be trusted: journal or vault. Nobody can carry on from here,
/// so it is an exception: only main() catches it, and the exit code is 4. The text reads "FILE:
/// what is wrong: what to do".
class StorageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The same, of the journal.
class JournalError : public StorageError {
public:
    using StorageError::StorageError;
};

/// The same, of the vault.
class VaultError : public StorageError {
public:
    using StorageError::StorageError;
};

}  // namespace callwatch
