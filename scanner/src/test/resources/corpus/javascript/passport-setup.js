const passport = require('passport');
const { Strategy: JwtStrategy, ExtractJwt } = require('passport-jwt');
const LocalStrategy = require('passport-local').Strategy;
const User = require('./models/User');

const opts = {};
opts.jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();
opts.secretOrKey = 'keyboard cat dog'; // expect: secret-hardcoded

passport.use(
  new JwtStrategy(opts, (payload, done) => { // expect: local-decode
    User.findById(payload.sub, done);
  }),
);

passport.use(new LocalStrategy({ usernameField: 'email' }, (email, password, done) => {
  User.authenticate(email, password, done);
}));

module.exports = passport;
