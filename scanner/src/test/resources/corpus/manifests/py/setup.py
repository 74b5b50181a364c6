from setuptools import setup

setup(
    name="orders",
    install_requires=[
        "requests>=2",
        "PyJWT>=2.8",  # expect: jwt-dependency
        # "python-jose",
    ],
    tests_require=["authlib"],
    extras_require={"dev": ["jwcrypto"]},
    keywords=["pyjwt"],
)
