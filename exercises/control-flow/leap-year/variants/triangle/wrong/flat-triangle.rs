pub fn is_triangle(a: u32, b: u32, c: u32) -> bool {
    a <= b + c && b <= a + c && c <= a + b
}
