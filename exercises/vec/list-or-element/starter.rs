pub fn pack(mut bag: Vec<String>, extra: Vec<String>) -> Vec<String> {
    bag.push(extra);
    bag
}
