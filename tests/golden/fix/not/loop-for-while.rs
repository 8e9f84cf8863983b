fn main() { let n = while 1 < 2 { break 3; }; }
