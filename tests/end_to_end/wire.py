"""Just enough of Protocol Buffers to write frames by hand, right ones and wrong ones."""


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def message(fields):
    """fields: {number: int, str, bytes, or a dictionary of the same}."""
    out = b""
    for number, value in fields.items():
        if isinstance(value, int):
            out += varint(number << 3) + varint(value)
            continue
        content = message(value) if isinstance(value, dict) else value
        content = content.encode() if isinstance(content, str) else content
        out += varint(number << 3 | 2) + varint(len(content)) + content
    return out


def event_batch(source, version=1, epoch=1):
    """callwatch.v1.EventBatch without events."""
    return message({1: version, 2: source, 3: epoch})


def hello(source, version=1, epoch=1):
    """callwatch.v1.SourceToCollector with a Hello."""
    return message({1: {1: version, 2: source, 3: epoch, 4: 1, 6: "a stranger", 7: "test"}})


def status_request(version=1, number=1):
    """callwatch.v1.Request for the status."""
    return message({1: version, 2: number, 11: b""})
