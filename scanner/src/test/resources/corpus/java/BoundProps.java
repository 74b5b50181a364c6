package com.acme.gate;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties(prefix = "security.jwt.token")
class BoundProps {
    private String secretKey = "nobody-changes-this-4711"; // expect: secret-env-read, secret-hardcoded
    private long expireLength = 3600000;
}
