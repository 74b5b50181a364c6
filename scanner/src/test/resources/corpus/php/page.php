<!DOCTYPE html>
<html>
<head><title><?= htmlspecialchars($title) ?></title></head>
<body>
<?php
require 'JWT.php';

if (isset($_COOKIE['token'])):
    $user = JWT::decode($_COOKIE['token'], 'page-secret-1234'); // expect: local-decode, secret-hardcoded
?>
    <p>Hello <?= htmlspecialchars($user->name) ?>, JWT::decode($x) is only text here.</p>
<?php else: ?>
    <form method="post" action="/login"><input name="jwt_secret"></form>
<?php endif; ?>
</body>
</html>
