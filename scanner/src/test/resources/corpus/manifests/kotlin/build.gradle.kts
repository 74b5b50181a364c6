plugins {
    kotlin("jvm") version "2.0.0"
    id("io.ktor.plugin") version "2.3.0"
}

dependencies {
    implementation("io.ktor:ktor-server-core:2.3.0")
    implementation("io.ktor:ktor-server-auth-jwt:2.3.0") // expect: jwt-dependency
    implementation(libs.jjwt.api) // expect: jwt-dependency
    implementation(libs.ktor.server.netty)
    runtimeOnly("io.jsonwebtoken:jjwt-impl:0.12.5") // expect: jwt-dependency
    // implementation("com.auth0:java-jwt:4.4.0")
    testImplementation("com.nimbusds:nimbus-jose-jwt:9.37")
    testImplementation(libs.jjwt.impl)
    implementation("com.example:client:1.0") {
        exclude(group = "io.jsonwebtoken", module = "jjwt")
    }
}
