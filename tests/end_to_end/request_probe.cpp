// Asks a running collector one question after another with one key, which is opened once: lines of
// callwatch.v1.Request in Protobuf's text form on standard input, "done" or the refusal on standard
// output. For tests that ask thousands of questions.
//
//   request_probe ENDPOINT KEY SERVER_KEY PASSPHRASE_FILE

#include <chrono>
#include <iostream>
#include <string>

#include <google/protobuf/text_format.h>

#include "daemon/ctl/credentials.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/request_client.hpp"

int main(int argc, char** argv)
try {
    using namespace callwatch;
    if (argc != 5) return 2;
    ctl::Credentials credentials{
        {.key_file = argv[2], .server_key = argv[3], .passphrase_file = argv[4]}};
    ctl::RequestClient client{argv[1], std::chrono::seconds{30}, credentials.client_keys()};
    for (std::string line; std::getline(std::cin, line);) {
        v1::Request request;
        if (!google::protobuf::TextFormat::ParseFromString(line, &request)) {
            std::cout << "no request: " << line << std::endl;
            return 2;
        }
        try {
            (void)client.ask(request);
            std::cout << "done" << std::endl;
        } catch (const ctl::Failure& failure) {
            std::cout << failure.what() << std::endl;
        }
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << "request_probe: " << error.what() << "\n";
    return 1;
}
