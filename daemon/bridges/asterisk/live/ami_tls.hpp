#pragma once

// TLS below AmiConnection. Internal: nobody else sees OpenSSL.

#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "daemon/bridges/asterisk/live/ami_connection.hpp"

namespace callwatch::asterisk {

struct AmiConnection::Tls {
    /// A client on `fd` that trusts and expects what the address says. Null: `why` tells.
    static std::unique_ptr<Tls> make(const AmiAddress& address, int fd, std::string& why);

    enum class Step : std::uint8_t { done, again, failed };
    Step handshake(std::string& why);
    /// Bytes, 0 at the end of the stream, -1 for "again" (errno EAGAIN) or a failure.
    long read(char* into, std::size_t size);
    long write(std::string_view bytes);

private:
    struct Free {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };
    long outcome(int result);

    std::unique_ptr<SSL_CTX, Free> context_;
    std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace callwatch::asterisk
