#include "daemon/bridges/asterisk/live/ami_tls.hpp"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

namespace callwatch::asterisk {
namespace {

std::string last_error()
{
    std::array<char, 256> text{};
    const auto code = ERR_get_error();
    if (code == 0) return "the connection was closed";
    ERR_error_string_n(code, text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

bool is_address(const std::string& host)
{
    std::array<unsigned char, sizeof(in6_addr)> unused{};
    return inet_pton(AF_INET, host.c_str(), unused.data()) == 1 ||
           inet_pton(AF_INET6, host.c_str(), unused.data()) == 1;
}

}  // namespace

std::unique_ptr<AmiConnection::Tls> AmiConnection::Tls::make(const AmiAddress& address, int fd,
                                                             std::string& why)
{
    auto tls = std::make_unique<Tls>();
    tls->context_.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX* context = tls->context_.get();
    const bool trusted =
        context != nullptr && SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
        (address.tls_ca_file.empty()
             ? SSL_CTX_set_default_verify_paths(context) == 1
             : SSL_CTX_load_verify_locations(context, address.tls_ca_file.c_str(), nullptr) == 1);
    if (!trusted) {
        why = "TLS: " + address.tls_ca_file + ": " + last_error();
        return nullptr;
    }
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    tls->ssl_.reset(SSL_new(context));
    SSL* ssl = tls->ssl_.get();
    const std::string& name = address.tls_name.empty() ? address.host : address.tls_name;
    const bool expects =
        ssl != nullptr && SSL_set_fd(ssl, fd) == 1 &&
        (is_address(name) ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), name.c_str()) == 1
                          : SSL_set1_host(ssl, name.c_str()) == 1 &&
                                SSL_set_tlsext_host_name(ssl, name.c_str()) == 1);
    if (!expects) {
        why = "TLS: " + last_error();
        return nullptr;
    }
    SSL_set_mode(ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return tls;
}

AmiConnection::Tls::Step AmiConnection::Tls::handshake(std::string& why)
{
    const int result = SSL_connect(ssl_.get());
    if (result == 1) return Step::done;
    const int error = SSL_get_error(ssl_.get(), result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return Step::again;
    const long verdict = SSL_get_verify_result(ssl_.get());
    why = verdict == X509_V_OK ? "TLS: " + last_error()
                               : std::string{"TLS: its certificate is not accepted: "} +
                                     X509_verify_cert_error_string(verdict);
    ERR_clear_error();
    return Step::failed;
}

long AmiConnection::Tls::outcome(int result)
{
    if (result > 0) return result;
    const int error = SSL_get_error(ssl_.get(), result);
    ERR_clear_error();
    if (error == SSL_ERROR_ZERO_RETURN) return 0;
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
        errno = EAGAIN;
    else if (error != SSL_ERROR_SYSCALL || errno == 0)
        return 0;
    return -1;
}

long AmiConnection::Tls::read(char* into, std::size_t size)
{
    errno = 0;
    const auto most = std::min<std::size_t>(size, std::numeric_limits<int>::max());
    return outcome(SSL_read(ssl_.get(), into, static_cast<int>(most)));
}

long AmiConnection::Tls::write(std::string_view bytes)
{
    errno = 0;
    const auto most = std::min<std::size_t>(bytes.size(), std::numeric_limits<int>::max());
    return outcome(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(most)));
}

}  // namespace callwatch::asterisk
