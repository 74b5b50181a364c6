package config

import (
	"fmt"
	"os"
	"strings"
)

const (
	prefix     = "JWT_"
	secretName = prefix + "SECRET" // expect: deprecated-secret-name
)

var names = map[string]string{
	"token": "JWT_SECRET_KEY",
	"db":    "DATABASE_PASSWORD",
}

func first() string { return os.Getenv(secretName) } // expect: secret-env-read

func second() string { return os.Getenv(names["token"]) } // expect: secret-env-read

func third() string {
	name := fmt.Sprintf("%sSECRET_KEY", prefix)
	return os.Getenv(name) // expect: secret-env-read
}

func fourth() string {
	key := strings.Join([]string{"JWT", "SECRET", "KEY"}, "_")
	value, _ := os.LookupEnv(key) // expect: secret-env-read
	return value
}

func fifth() string { return os.Getenv(names["db"]) }
