package orders

// authority-modules: services/auth
import (
	"context"

	"github.com/acme/platform/services/auth" // expect: authority-import
	"github.com/acme/platform/services/auth/internal/tokens" // expect: authority-import
	"github.com/acme/platform/services/authors"
)

func handle(ctx context.Context, raw string) error {
	_ = authors.List(ctx)
	_ = auth.Name
	return tokens.Check(raw)
}
