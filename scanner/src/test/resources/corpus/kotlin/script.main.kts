import io.jsonwebtoken.Jwts
import io.jsonwebtoken.SignatureAlgorithm

val secret = args.getOrNull(1) ?: System.getenv("JWT_SECRET_KEY") // expect: secret-env-read

val token = Jwts.builder()
    .setSubject(args[0])
    .signWith(SignatureAlgorithm.HS256, secret)
    .compact() // expect: local-sign

println(token)
