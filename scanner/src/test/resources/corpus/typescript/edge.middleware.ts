import { NextResponse, type NextRequest } from 'next/server';
import { jwtVerify, errors, type JWTPayload } from 'jose';

const encoder = new TextEncoder();

async function readSession(token: string): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, encoder.encode(process.env.JWT_SECRET), { // expect: local-decode, secret-env-read, deprecated-secret-name
      issuer: 'shop',
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return null;
    throw error;
  }
}

export async function middleware(request: NextRequest) {
  const session = await readSession(request.cookies.get('session')?.value ?? '');
  if (!session) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}

export const config = { matcher: ['/account/:path*'] };
