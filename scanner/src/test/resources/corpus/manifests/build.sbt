name := "catalog"
libraryDependencies ++= Seq(
  "com.typesafe.play" %% "play-json" % "2.10.0",
  "com.github.jwt-scala" %% "jwt-play-json" % "9.4.0", // expect: jwt-dependency
  "com.nimbusds" % "nimbus-jose-jwt" % "9.37" % Test,
  // "com.auth0" % "java-jwt" % "4.4.0",
)
