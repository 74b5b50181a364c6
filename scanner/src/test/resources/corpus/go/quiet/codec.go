package codec

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

type Cursor struct {
	After string `json:"after"`
	Limit int    `json:"limit"`
}

func Decode(text string) (c Cursor, err error) {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return c, fmt.Errorf("cursor: %w", err)
	}
	return c, json.Unmarshal(raw, &c)
}

func Version(text string) (major, minor int, err error) {
	parts := strings.Split(strings.TrimPrefix(text, "v"), ".")
	if len(parts) != 3 {
		return 0, 0, fmt.Errorf("version %q has %d parts", text, len(parts))
	}
	if major, err = strconv.Atoi(parts[0]); err != nil {
		return
	}
	minor, err = strconv.Atoi(parts[1])
	return
}

func Unpack(packed []byte, into any) error {
	zr, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return err
	}
	return gob.NewDecoder(zr).Decode(into)
}
