@echo off
node "%~dp0parley.mjs" %*
