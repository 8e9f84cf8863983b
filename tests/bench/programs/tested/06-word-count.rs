use std::collections::HashMap;

pub fn normalize(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_string()
}

pub fn count(text: &str) -> HashMap<String, usize> {
    let mut map = HashMap::new();
    for word in text.split_whitespace() {
        let key = normalize(word);
        if !key.is_empty() {
            map.entry(key).or_insert(0) += 1;
        }
    }
    map
}

pub fn top(text: &str, n: usize) -> Vec<(String, usize)> {
    let mut pairs: Vec<(String, usize)> = count(text).into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    pairs.truncate(n);
    pairs
}

pub fn longest(text: &str) -> Option<&str> {
    text.split_whitespace().max_by_key(|w| w.len())
}

fn main() {
    let text = "The cat saw the dog. The dog ran!";
    for (word, n) in top(text, 2) {
        println!("{word}: {n}");
    }
    println!("{:?}", longest(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upper_and_lower_are_the_same() {
        let m = count("The the THE");
        assert_eq!(m.get("the"), Some(&3));
        assert_eq!(m.len(), 1);
    }

    #[test]
    fn punctuation_is_ignored() {
        assert_eq!(normalize("dog."), "dog");
        assert_eq!(count("-- a b --").len(), 2);
    }

    #[test]
    fn ties_by_alphabet() {
        let t = top("pear fig pear fig kiwi", 2);
        assert_eq!(t, vec![("fig".to_string(), 2), ("pear".to_string(), 2)]);
    }

    #[test]
    fn no_longest_in_nothing() {
        assert_eq!(longest(""), None);
    }
}
