pub fn pack(mut bag: Vec<String>, extra: Vec<String>) -> Vec<String> {
    bag.splice(0..0, extra);
    bag
}
