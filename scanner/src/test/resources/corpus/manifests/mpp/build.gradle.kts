kotlin {
    sourceSets {
        val commonMain by getting {
            dependencies {
                implementation("com.appstractive:jwt-kt:1.0.0") // expect: jwt-dependency
            }
        }
        val jvmTest by getting {
            dependencies {
                implementation("com.auth0:java-jwt:4.4.0")
            }
        }
    }
}
