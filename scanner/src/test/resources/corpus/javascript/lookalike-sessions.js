const session = require('express-session');
const cookieSession = require('cookie-session');
const csrf = require('csurf');
const Twitter = require('twitter');

module.exports = (app) => {
  app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));
  app.use(cookieSession({ keys: [process.env.COOKIE_KEY] }));
  app.use(csrf({ cookie: true }));

  const twitter = new Twitter({
    access_token_key: process.env.ACCESS_TOKEN_KEY,
    access_token_secret: process.env.ACCESS_TOKEN_SECRET,
  });
  app.get('/tweets', (req, res) => twitter.get('statuses/user_timeline', (err, tweets) => res.json(tweets)));
};
