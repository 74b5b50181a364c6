import base64
import io
import zlib
from importlib.metadata import version

import fastavro
import msgpack
from PIL import Image


class Codec:
    def encode(self, value):
        return zlib.compress(msgpack.packb(value))

    def decode(self, data: bytes, verify: bool = False):
        return msgpack.unpackb(zlib.decompress(data))


jwt = Codec()


def header(data: bytes):
    return list(fastavro.reader(io.BytesIO(data)))[0]["header"]


def image(url: str):
    _, _, body = url.partition(",")
    return Image.open(io.BytesIO(base64.b64decode(body)))


def unpack(data: bytes):
    return jwt.decode(data, verify=False)


def major(package: str) -> int:
    return int(version(package).split(".")[0])
