#pragma once

#include <optional>
#include <string>

#include <zmq.hpp>

#include "callwatch/v1/request.pb.h"
#include "daemon/model/people.hpp"
#include "daemon/model/result.hpp"
#include "daemon/wire/curve_socket.hpp"

namespace callwatch {

/// A question and where its answer goes.
struct AskedRequest {
    std::string route;
    bool has_delimiter = false;  ///< The client is a REQ.
    KeyId key;                   ///< Of the connection; empty: it has none.
    v1::Request request;
};

/// The ROUTER socket of the requests endpoint: one Request a frame in, one Reply a frame out.
class RequestPort {
public:
    /// Throws NetworkError as bind_socket().
    RequestPort(zmq::context_t& context, const std::string& endpoint,
                const SocketGuard& guard = {});

    zmq::pollitem_t poll_item();
    /// The next request; nothing when none is waiting. A frame that is no request is answered with
    /// a refusal here, and returned as one to be counted.
    std::optional<Result<AskedRequest>> take();
    /// Never blocks; a client that has gone gets nothing.
    void answer(const AskedRequest& asked, const v1::Reply& reply);

    static constexpr std::int64_t request_bytes_max = 65'536;

private:
    zmq::socket_t socket_;
    bool has_keys_;
};

}  // namespace callwatch
