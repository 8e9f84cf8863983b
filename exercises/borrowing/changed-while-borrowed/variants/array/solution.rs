pub fn replace(list: &mut [i32; 3]) -> i32 {
    let old = list[0];
    list[0] = 0;
    old
}
