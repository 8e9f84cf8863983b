fn main() {} /* the end
