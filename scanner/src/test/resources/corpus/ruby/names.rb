module Names
  PREFIX = 'JWT_'
  OLD = "#{PREFIX}SECRET" # expect: deprecated-secret-name
  TABLE = { token: 'JWT_SECRET_KEY', db: 'DATABASE_PASSWORD' }.freeze

  def self.first
    ENV[OLD] # expect: secret-env-read
  end

  def self.second
    ENV.fetch(TABLE[:token]) # expect: secret-env-read
  end

  def self.third
    ENV[%w[JWT SECRET KEY].join('_')] # expect: secret-env-read
  end

  def self.fourth
    ENV.fetch(PREFIX + 'SECRET_KEY') # expect: secret-env-read
  end

  def self.fifth
    ENV["#{PREFIX}ISSUER"]
  end

  def self.database
    ENV.fetch(TABLE[:db])
  end
end
